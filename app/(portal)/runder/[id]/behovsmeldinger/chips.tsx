interface Chip {
  key: string;
  label: string;
  count: number;
  href: string;
  on: boolean;
}

/** One filter as a row of links, each with how many it leads to. Plain links: they work without script and weigh little. */
export function Chips({ label, chips }: { label: string; chips: readonly Chip[] }) {
  return (
    <div className="flex flex-wrap items-baseline gap-x-2 gap-y-2" role="group" aria-label={label}>
      <span className="w-20 text-sm text-quiet" aria-hidden="true">
        {label}
      </span>
      {chips.map((chip) => (
        <a
          key={chip.key}
          href={chip.href}
          aria-current={chip.on ? 'true' : undefined}
          className="rounded-full border border-edge px-3 py-0.5 text-sm text-ink no-underline hover:underline aria-[current=true]:border-blue aria-[current=true]:bg-tint aria-[current=true]:font-semibold"
        >
          {chip.label} <span className="num text-quiet">{chip.count}</span>
        </a>
      ))}
    </div>
  );
}
