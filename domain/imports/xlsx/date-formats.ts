import { isDateFormat } from "hucre";
import { attribute, XmlScanner } from "./xml-scanner.ts";

const idOf = attribute("numFmtId");
const codeOf = attribute("formatCode");

/** For each cell format of a workbook (its `styles.xml`) whether it shows a number as a date. */
export function dateFormats(styles: string): readonly boolean[] {
  const codes = new Map<string, string>();
  const formats: boolean[] = [];
  let isInCells = false;
  new XmlScanner({
    open(name, attributes) {
      const id = idOf(attributes) ?? "0";
      if (name === "cellXfs") isInCells = true;
      else if (name === "numFmt") codes.set(id, codeOf(attributes) ?? "");
      else if (name === "xf" && isInCells) formats.push(isDateFormat(codes.get(id) ?? id));
    },
    close(name) {
      if (name === "cellXfs") isInCells = false;
    },
    text() {},
  }).push(styles);
  return formats;
}
