/** Three dots: more can be done here. */
export const Dots = () => (
  <svg viewBox="0 0 16 4" width="16" height="4" aria-hidden="true">
    {[2, 8, 14].map((x) => <circle key={x} cx={x} cy="2" r="1.6" fill="currentColor" />)}
  </svg>
);
