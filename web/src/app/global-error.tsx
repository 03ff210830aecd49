"use client";
// The last net, when even the root of the page failed. No catalogue and no styles can be counted on here.
export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="en">
      <body
        style={{ font: "17px/1.5 system-ui, sans-serif", padding: 24, maxWidth: "60ch", margin: "0 auto" }}
      >
        <h1>This page did not load</h1>
        <p>Something went wrong on our side. Nothing was booked, changed or paid by it.</p>
        <p>
          <button type="button" onClick={reset} style={{ font: "inherit", padding: "12px 20px" }}>
            Try again
          </button>
        </p>
      </body>
    </html>
  );
}
