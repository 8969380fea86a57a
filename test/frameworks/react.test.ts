import { testExample } from "./example.ts";

testExample({ name: "React 19", client: "react/client.tsx", server: "react/server.tsx" });
