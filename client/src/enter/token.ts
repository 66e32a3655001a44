/**
 * Takes the token out of the address and leaves none behind: not in the address bar, not in the history, not in a screenshot.
 * It stands in the fragment because a fragment is never sent to a server, so no proxy logs it.
 */
export function takeToken(): string {
  const token = location.hash.slice(1);
  if (token !== '') history.replaceState(null, '', location.pathname);
  return token;
}
