/** The columns of a table for screen readers: to others the cells say what they are. */
export function VisuallyHiddenHead({ columns }: { columns: readonly string[] }) {
  return (
    <thead className="unseen">
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col">
            {column}
          </th>
        ))}
      </tr>
    </thead>
  );
}
