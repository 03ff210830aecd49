// Going to another page by loading it: nothing of this one is left.

export function goTo(href: string): void {
  window.location.assign(href);
}
