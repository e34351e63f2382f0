"use client";

export { BrokenPage as default } from "./components/broken-page.tsx";
