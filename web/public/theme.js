// Before anything is painted: the theme and the language that were chosen last.
(function () {
  try {
    var theme = localStorage.getItem("theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
    if (localStorage.getItem("language") === "en") document.documentElement.lang = "en";
  } catch {
    // A browser that keeps nothing shows what the system prefers.
  }
})();
