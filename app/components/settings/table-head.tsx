/** The columns of a table whose last one has buttons. */
export function TableHead({ columns }: { readonly columns: readonly string[] }) {
  return (
    <thead className="text-left text-muted">
      <tr className="border-b border-line">
        {columns.map((name) => (
          <th key={name} scope="col" className="px-4 py-2 font-medium whitespace-nowrap">
            {name}
          </th>
        ))}
        <th scope="col" className="px-4 py-2">
          <span className="sr-only">Actions</span>
        </th>
      </tr>
    </thead>
  );
}
