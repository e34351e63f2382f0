"use client";

import type { Picture } from "#app/lib/chart-data.ts";
import { Cell } from "./cell.tsx";

/** The numbers of a picture, for whoever reads rather than looks. */
export function ChartTable({ picture }: { picture: Picture }) {
  return (
    <div className="h-full overflow-auto rounded-md border border-line">
      <table className="w-full text-sm">
        <thead className="sticky top-0 bg-raised">
          <tr className="h-8 border-b border-line text-left text-muted">
            <th scope="col" className="px-3 font-medium">
              {picture.xColumn.label}
            </th>
            {picture.series.map((series) => (
              <th key={series.key} scope="col" className="px-3 text-right font-medium">
                {picture.series.length > 1 ? series.label : picture.yColumn.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {picture.points.map((point) => (
            <tr key={String(point.x)} className="h-8 border-b border-line last:border-0">
              <th scope="row" className="px-3 text-left font-normal">
                <Cell value={point.x} column={picture.xColumn} />
              </th>
              {picture.series.map((series) => (
                <td key={series.key} className="px-3 text-right">
                  <Cell value={point.values[series.key]} column={picture.yColumn} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
