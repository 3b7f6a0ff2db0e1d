namespace Dari.Generator.Tests.Snapshots;

/// <summary>What <c>x-resumable-upload</c> becomes.</summary>
public sealed class UploadSnapshots
{
    public const string Document = """
        paths:
          /boxes/{box}/transfers:
            post:
              operationId: startTransfer
              tags: [Transfers]
              summary: Announces a transfer.
              x-resumable-upload:
                state: { id: id, status: phase, partSize: chunk, partCount: chunks, maxConcurrency: parallel, nextPart: wanted }
                statuses: { open: [new, running], staged: here, completed: done, expired: late }
                create:
                  state: transfer
                  length: bytes
                  file: { kind: plain }
                  directory: { kind: tar }
                part: { operation: putChunk, id: id, number: n, firstNumber: 1, digest: X-Sha256 }
                report: { operation: getTransfer, id: id }
                complete: { operation: endTransfer, id: id, digest: sha256 }
                abort: { operation: dropTransfer, id: id }
                errors: { at: code, conflict: [taken], quota: full }
              parameters:
                - { $ref: '#/components/parameters/Box' }
                - { name: Idempotency-Key, in: header, schema: { type: string } }
              requestBody:
                required: true
                content: { application/json: { schema: { $ref: '#/components/schemas/NewTransfer' } } }
              responses:
                '201': { description: It began., content: { application/json: { schema: { $ref: '#/components/schemas/Started' } } } }
          /boxes/{box}/transfers/{id}:
            parameters: [{ $ref: '#/components/parameters/Box' }, { $ref: '#/components/parameters/Id' }]
            get:
              operationId: getTransfer
              tags: [Transfers]
              summary: Reads a transfer.
              responses:
                '200': { description: The transfer., content: { application/json: { schema: { $ref: '#/components/schemas/Transfer' } } } }
            delete:
              operationId: dropTransfer
              tags: [Transfers]
              summary: Gives a transfer up.
              responses: { '204': { description: Given up. } }
            put:
              operationId: endTransfer
              tags: [Transfers]
              summary: Ends a transfer.
              requestBody:
                required: true
                content: { application/json: { schema: { $ref: '#/components/schemas/End' } } }
              responses:
                '200': { description: The file., content: { application/json: { schema: { $ref: '#/components/schemas/Stored' } } } }
          /boxes/{box}/transfers/{id}/chunks/{n}:
            parameters: [{ $ref: '#/components/parameters/Box' }, { $ref: '#/components/parameters/Id' }]
            put:
              operationId: putChunk
              tags: [Chunks]
              summary: Sends a chunk.
              parameters:
                - { name: n, in: path, required: true, description: The number., schema: { type: integer, format: int32 } }
                - { name: X-Sha256, in: header, description: Its digest., schema: { type: string } }
              requestBody:
                required: true
                content: { application/octet-stream: { schema: { type: string, format: binary } } }
              responses: { '204': { description: Stored. } }
        components:
          parameters:
            Box: { name: box, in: path, required: true, description: The box., schema: { type: string } }
            Id: { name: id, in: path, required: true, description: The transfer., schema: { type: string } }
          schemas:
            NewTransfer:
              type: object
              description: Announces a transfer.
              additionalProperties: false
              required: [kind, bytes, path]
              properties:
                kind: { type: string, enum: [plain, tar], description: What it is. }
                bytes: { type: integer, format: uint64, description: How many bytes. }
                path: { type: string, description: Where to. }
                note: { type: [string, 'null'], description: A note. }
            Started:
              type: object
              description: A transfer that began.
              required: [transfer]
              properties: { transfer: { $ref: '#/components/schemas/Transfer' } }
            Transfer:
              type: object
              description: A transfer.
              required: [id, phase, chunk, chunks, parallel]
              properties:
                id: { type: string, description: Its id. }
                phase: { type: string, enum: [new, running, here, done, late], description: How far. }
                chunk: { type: integer, format: uint64, description: Bytes of a chunk. }
                chunks: { type: integer, format: uint32, description: How many. }
                parallel: { type: integer, description: How many at once. }
                wanted: { type: integer, description: The next. }
            End: { type: object, description: Ends it., properties: { sha256: { type: string, description: The digest. } } }
            Stored: { type: object, description: A file., required: [url], properties: { url: { type: string, description: Where. } } }
        """;

    [Fact]
    public Task Upload_in_parts() => Snapshot.Of(Document, ["TransfersClient", "TransferTarget"]);
}
