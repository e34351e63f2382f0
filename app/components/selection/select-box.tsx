"use client";

interface SelectBoxProps {
  readonly label: string;
  readonly checked: boolean;
  readonly isMixed?: boolean;
  readonly disabled?: boolean;
  readonly onToggle: (isRange: boolean) => void;
}

/** A tick at the beginning of a row, large enough for a finger. */
export function SelectBox(props: SelectBoxProps) {
  const { label, checked, isMixed = false, disabled = false, onToggle } = props;
  return (
    <label className="flex size-9 cursor-pointer items-center justify-center select-none">
      <input
        type="checkbox"
        aria-label={label}
        checked={checked}
        disabled={disabled}
        ref={(box) => {
          if (box) box.indeterminate = isMixed;
        }}
        onChange={(event) => {
          const { nativeEvent } = event;
          onToggle("shiftKey" in nativeEvent && nativeEvent.shiftKey === true);
        }}
        className="size-4 cursor-pointer accent-accent"
      />
    </label>
  );
}
