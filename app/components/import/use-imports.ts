import { useCallback, useEffect, useRef, useState } from "react";
import { useSWRConfig } from "swr";
import { looksLikeUsage } from "./looks-like-usage.ts";
import { type ImportResult, sendFile } from "./send-file.ts";
import { type ImportTick, watchImport } from "./watch-import.ts";

export type FileState =
  | { readonly phase: "waiting" }
  | { readonly phase: "loading"; readonly sent: number; readonly tick: ImportTick | null }
  | { readonly phase: "done"; readonly result: ImportResult }
  | { readonly phase: "failed"; readonly message: string }
  | { readonly phase: "stopped" };

export interface ImportedFile {
  readonly id: string;
  readonly file: File;
  readonly state: FileState;
}

export interface Imports {
  readonly files: readonly ImportedFile[];
  readonly isBusy: boolean;
  readonly add: (files: readonly File[]) => void;
  readonly retry: (id: string) => void;
  readonly stop: () => void;
}

/** Files on their way in, one after the other: SIMs before usage, which needs them. */
export function useImports(): Imports {
  const [files, setFiles] = useState<readonly ImportedFile[]>([]);
  const running = useRef<AbortController | null>(null);
  const { mutate } = useSWRConfig();
  const isBusy = files.some(({ state }) => state.phase === "loading" || state.phase === "waiting");

  const set = useCallback((id: string, state: FileState) => {
    setFiles((all) => all.map((one) => (one.id === id ? { ...one, state } : one)));
  }, []);

  const next = files.find(({ state }) => state.phase === "waiting");
  const isLoading = files.some(({ state }) => state.phase === "loading");
  useEffect(() => {
    if (!next || isLoading || running.current) return;
    const controller = new AbortController();
    running.current = controller;
    void load(next, controller.signal, (state) => {
      if (state.phase !== "loading") running.current = null; // before the render that starts the next
      set(next.id, state);
    }).then(() => void mutate(() => true)); // every number on the page may be another one now
  }, [next, isLoading, set, mutate]);

  useEffect(() => () => running.current?.abort(), []);

  return {
    files,
    isBusy,
    add: useCallback((added) => {
      void inOrder(added).then((sorted) =>
        setFiles((all) => [
          ...all.filter(({ state }) => state.phase === "loading" || state.phase === "waiting"),
          ...sorted.map((file) => ({
            id: crypto.randomUUID(),
            file,
            state: { phase: "waiting" } as const,
          })),
        ]),
      );
    }, []),
    retry: useCallback((id) => set(id, { phase: "waiting" }), [set]),
    stop: useCallback(() => {
      setFiles((all) =>
        all.map((one) =>
          one.state.phase === "waiting" ? { ...one, state: { phase: "stopped" } } : one,
        ),
      );
      running.current?.abort();
    }, []),
  };
}

async function load(
  { file }: ImportedFile,
  signal: AbortSignal,
  set: (state: FileState) => void,
): Promise<void> {
  let current: Extract<FileState, { phase: "loading" }> = { phase: "loading", sent: 0, tick: null };
  const show = (change: Partial<typeof current>) => {
    current = { ...current, ...change };
    set(current);
  };
  show({});
  const stopWatching = watchImport(file.name, (tick) => show({ tick }));
  try {
    const result = await sendFile(file, signal, (sent) => show({ sent }));
    set({ phase: "done", result });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") set({ phase: "stopped" });
    else set({ phase: "failed", message: error instanceof Error ? error.message : String(error) });
  } finally {
    stopWatching();
  }
}

async function inOrder(files: readonly File[]): Promise<File[]> {
  const marked = await Promise.all(
    files.map(async (file) => ({ file, isUsage: await looksLikeUsage(file) })),
  );
  return marked.sort((a, b) => Number(a.isUsage) - Number(b.isUsage)).map(({ file }) => file);
}
