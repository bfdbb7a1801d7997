import "../styles.css";
import { Tooltip } from "@base-ui/react/tooltip";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { newQueryClient } from "../api/use-answer.ts";
import { followNewerPages } from "../parts/newer-pages.ts";
import { keepPagesForOffline } from "../parts/offline-pages.ts";
import { Toasts } from "../parts/toast.tsx";
import { followWhoIsHere } from "./one-person.ts";
import { newRouter } from "./routes.tsx";
import { markVietnamese } from "../words/vietnamese.ts";

const client = newQueryClient();
const router = newRouter(client);
const root = document.getElementById("root");
if (!root) throw new Error("the page has no #root");

followNewerPages();
followWhoIsHere();
markVietnamese();
keepPagesForOffline("staff");
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <Tooltip.Provider delay={400}>
        <RouterProvider router={router} />
        <Toasts />
      </Tooltip.Provider>
    </QueryClientProvider>
  </StrictMode>,
);
