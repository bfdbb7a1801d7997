import { useSyncExternalStore, type AnchorHTMLAttributes } from "react";

/** The customer's pages are few and opened once: their addresses are read by hand, so that nothing is loaded for it. */
export type Address = { path: string; query: URLSearchParams };

const listeners = new Set<() => void>();

/** Where the browser is. Changes with every step forward and back. */
export function useAddress(): Address {
  const href = useSyncExternalStore(listen, () => location.pathname + location.search);
  const [path = "/", search = ""] = href.split("?");
  return { path, query: new URLSearchParams(search) };
}

/** Goes to another page or step; the browser's own "back" leads back. */
export function go(to: string, { replace = false } = {}): void {
  history[replace ? "replaceState" : "pushState"](null, "", to);
  for (const listener of listeners) listener();
  window.scrollTo({ top: 0 });
}

/** A link within the customer's pages. */
export function Link({ to, children, ...rest }: { to: string } & AnchorHTMLAttributes<HTMLAnchorElement>) {
  return (
    <a
      {...rest}
      href={to}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        go(to);
      }}
    >
      {children}
    </a>
  );
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener("popstate", listener);
  return () => {
    listeners.delete(listener);
    removeEventListener("popstate", listener);
  };
}
