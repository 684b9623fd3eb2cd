// Node's `ws`, and nothing else: whatever is posted goes to every socket. Arguments: a package.json beside
// whose node_modules `ws` lies, and a port. Says "ready" when it listens.
import { createServer } from "node:http";
import { createRequire } from "node:module";

const { WebSocketServer } = createRequire(process.argv[2])("ws");
const server = createServer((request, response) => {
  const parts = [];
  request.on("data", (part) => parts.push(part));
  request.on("end", () => {
    const body = Buffer.concat(parts).toString();
    for (const socket of sockets.clients) socket.send(body);
    response.end();
  });
});
const sockets = new WebSocketServer({ server, perMessageDeflate: false });
server.listen(Number(process.argv[3]), "127.0.0.1", 2048, () => console.log("ready"));
