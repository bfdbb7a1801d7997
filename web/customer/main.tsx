import "../styles.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { newQueryClient } from "../api/use-answer.ts";
import { followNewerPages } from "../parts/newer-pages.ts";
import { keepPagesForOffline } from "../parts/offline-pages.ts";
import { CustomerPages } from "./pages.tsx";
import { markVietnamese } from "../words/vietnamese.ts";

const root = document.getElementById("root");
if (!root) throw new Error("the page has no #root");
const client = newQueryClient();

followNewerPages();
markVietnamese();
keepPagesForOffline("customer");

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <CustomerPages />
    </QueryClientProvider>
  </StrictMode>,
);
