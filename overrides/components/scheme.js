// Before the first paint: the scheme that the reader chose on an earlier page.
try {
  const chosen = localStorage.getItem("terms-scheme");
  if (chosen) document.documentElement.dataset.termsScheme = chosen;
} catch { /* storage is refused: the system's scheme holds */ }
