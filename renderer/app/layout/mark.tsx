/** A hull on its slipway. */
export function Mark({ className, size = 22 }: { className?: string | undefined; size?: number }) {
  return (
    <svg className={className} width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden="true">
      <path d="M4 12h16l-2.2 4.6a2 2 0 0 1-1.8 1.1H8.6a2 2 0 0 1-1.8-1.1L4 12Z" fill="currentColor" />
      <path d="M12.6 3.2v7.3M12.6 4.2l5 6.3h-5" stroke="currentColor" strokeWidth="1.8" strokeLinejoin="round" />
      <path d="M2 20.5 22 22.6" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
    </svg>
  );
}
