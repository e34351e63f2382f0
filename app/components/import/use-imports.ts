import { useCallback, useEffect, useRef, useState } from "react";
import { useSWRConfig } from "swr";
import { sendJson } from "#app/lib/api.ts";
import { earlierFile } from "./earlier-file.ts";
import { type FileState, type ImportedFile, isAtWork, isListToCome } from "./imported-file.ts";
import { loadFile } from "./load-file.ts";
import { looksLikeUsage } from "./looks-like-usage.ts";
import { uploadFile } from "./upload-file.ts";

export interface Imports {
  readonly files: readonly ImportedFile[];
  readonly add: (files: readonly File[]) => void;
  readonly load: (file: ImportedFile, includesProtected?: boolean) => void;
  /** Checks the file again. */
  readonly retry: (file: ImportedFile) => void;
  /** Takes it off the page; what was checked and not loaded is forgotten. */
  readonly discard: (file: ImportedFile) => void;
  readonly stop: () => void;
}

/**
 * Files on their way in: each is checked, then loaded when the person says so. One at a time, lists of
 * SIMs before usage, which is checked by the SIMs that the fleet has.
 *
 * @param earlierId A file that was uploaded before this page was opened.
 */
export function useImports(earlierId: string | null): Imports {
  const [files, setFiles] = useState<readonly ImportedFile[]>([]);
  const running = useRef<AbortController | null>(null);
  const { mutate } = useSWRConfig();

  const set = useCallback((id: string, state: FileState) => {
    setFiles((all) => all.map((one) => (one.id === id ? { ...one, state } : one)));
  }, []);
  const work = useCallback(
    async (
      id: string,
      task: (signal: AbortSignal, set: (state: FileState) => void) => Promise<void>,
    ) => {
      if (running.current) return;
      const controller = new AbortController();
      running.current = controller;
      await task(controller.signal, (state) => {
        if (!WORKING.has(state.phase)) running.current = null; // before the render that starts the next
        set(id, state);
      });
    },
    [set],
  );

  const next = files.some(isAtWork) ? undefined : nextToCheck(files);
  useEffect(() => {
    if (next?.file) void work(next.id, (signal, show) => check(next.file as File, signal, show));
  }, [next, work]);
  useEffect(() => {
    if (earlierId !== null) void earlierFile(earlierId).then((one) => setFiles([one]));
  }, [earlierId]);
  useEffect(() => () => running.current?.abort(), []);

  const load = (file: ImportedFile, includesProtected = false) =>
    void work(file.id, (signal, show) =>
      loadChecked(file, { signal, includesProtected }, show),
    ).then(
      () => void mutate(() => true), // every number on the page may be another one now
    );
  return {
    files,
    load,
    add: useCallback((added) => {
      void Promise.all(added.map(asWaiting)).then((made) =>
        setFiles((all) => [
          ...all.filter(({ state }) => state.phase !== "done" && state.phase !== "failed"),
          ...made.sort((a, b) => Number(a.isUsage) - Number(b.isUsage)),
        ]),
      );
    }, []),
    retry: ({ id }) => set(id, { phase: "waiting" }),
    discard: ({ id, state }) => {
      setFiles((all) => all.filter((one) => one.id !== id));
      const importId = "preview" in state ? state.preview?.importId : undefined;
      // Should that not arrive, the file is forgotten after a day.
      if (importId) sendJson("DELETE", `/api/imports/${importId}`).catch(() => {});
    },
    stop: () => {
      setFiles((all) =>
        all.map((one) =>
          one.state.phase === "waiting"
            ? { ...one, state: { phase: "stopped", message: UNTOUCHED } }
            : one,
        ),
      );
      running.current?.abort();
    },
  };
}

const WORKING: ReadonlySet<FileState["phase"]> = new Set(["sending", "checking", "loading"]);
const UNTOUCHED = "Nothing of this file was loaded.";
const KEPT =
  "Rows that were loaded are kept. Going on completes the file and counts nothing twice.";

function nextToCheck(files: readonly ImportedFile[]): ImportedFile | undefined {
  const hasListToCome = files.some(isListToCome);
  return files.find(
    ({ state, isUsage }) => state.phase === "waiting" && !(isUsage && hasListToCome),
  );
}

async function asWaiting(file: File): Promise<ImportedFile> {
  const isUsage = await looksLikeUsage(file);
  const { name, size } = file;
  return {
    id: crypto.randomUUID(),
    name,
    sizeBytes: size,
    file,
    isUsage,
    state: { phase: "waiting" },
  };
}

async function check(
  file: File,
  signal: AbortSignal,
  show: (state: FileState) => void,
): Promise<void> {
  show({ phase: "sending", share: 0 });
  try {
    const preview = await uploadFile(file, {
      signal,
      onSent: (share) =>
        show(share < 1 ? { phase: "sending", share } : { phase: "checking", progress: null }),
      onProgress: (progress) => show({ phase: "checking", progress }),
    });
    show({ phase: "checked", preview });
  } catch (error) {
    show(signal.aborted ? { phase: "stopped", message: UNTOUCHED } : failed(error));
  }
}

async function loadChecked(
  { state }: ImportedFile,
  options: Parameters<typeof loadFile>[1],
  show: (state: FileState) => void,
): Promise<void> {
  const preview = "preview" in state ? state.preview : undefined;
  if (!preview) return;
  show({ phase: "loading", preview, progress: null });
  try {
    const result = await loadFile(preview.importId, options, (progress) =>
      show({ phase: "loading", preview, progress }),
    );
    show({ phase: "done", result });
  } catch (error) {
    show(
      options.signal.aborted
        ? { phase: "stopped", message: KEPT, preview }
        : { ...failed(error), preview },
    );
  }
}

function failed(error: unknown) {
  return {
    phase: "failed" as const,
    message: error instanceof Error ? error.message : String(error),
  };
}
