interface FileNotesProps {
  readonly notes: readonly string[];
  readonly unknownColumns: readonly string[];
}

/** What was taken for granted in reading a file, and what of it was not read. */
export function FileNotes({ notes, unknownColumns }: FileNotesProps) {
  return (
    <>
      {notes.map((note) => (
        <p key={note} className="text-sm text-muted">
          {note}
        </p>
      ))}
      {unknownColumns.length > 0 ? (
        <p className="text-sm break-words text-muted">Not read: {unknownColumns.join(", ")}</p>
      ) : null}
    </>
  );
}
