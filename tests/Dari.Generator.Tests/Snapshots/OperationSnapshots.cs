namespace Dari.Generator.Tests.Snapshots;

/// <summary>What operations become, one feature each.</summary>
public sealed class OperationSnapshots
{
    [Fact]
    public Task Json_in_and_out_with_errors() => Snapshot.Of("""
        servers: [{ url: https://api.acme.example }]
        security: [{ key: [] }]
        tags: [{ name: Uploads, description: Files sent into a sandbox. }]
        paths:
          /v1/sandboxes/{sandbox_id}/uploads:
            post:
              operationId: createUpload
              tags: [Uploads]
              summary: Starts an upload.
              description: The file follows in parts.
              parameters:
                - { name: sandbox_id, in: path, required: true, description: The sandbox., schema: { type: string } }
                - { name: Idempotency-Key, in: header, description: Makes it safe to repeat., schema: { type: string } }
              requestBody:
                required: true
                description: What will come.
                content: { application/json: { schema: { $ref: '#/components/schemas/CreateUpload' } } }
              responses:
                '201': { description: It was started., content: { application/json: { schema: { $ref: '#/components/schemas/Upload' } } } }
                '404': { description: No such sandbox., content: { application/json: { schema: { $ref: '#/components/schemas/Problem' } } } }
                '422': { description: Not well., content: { application/json: { schema: { $ref: '#/components/schemas/Problem' } } } }
        components:
          securitySchemes:
            key: { type: http, scheme: bearer }
          schemas:
            CreateUpload: { type: object, description: A start., required: [path], properties: { path: { type: string, description: Where to. } } }
            Upload: { type: object, description: An upload., required: [id], properties: { id: { type: string, description: Its id. } } }
            Problem: { type: object, description: An error., required: [detail], properties: { detail: { type: string, description: What. } } }
        """, ["Client"]);

    [Fact]
    public Task Many_query_parameters_are_a_record() => Snapshot.Of("""
        paths:
          /v1/uploads:
            get:
              operationId: listUploads
              tags: [Uploads]
              summary: Lists uploads.
              parameters:
                - { name: limit, in: query, description: How many., schema: { type: integer } }
                - { name: after, in: query, description: From when., schema: { type: string, format: date-time } }
                - { name: status, in: query, description: Which., explode: true, schema: { type: array, items: { $ref: '#/components/schemas/Status' } } }
                - { name: metadata, in: query, description: With what., x-query-prefix: metadata., style: form, explode: true, schema: { type: object, additionalProperties: { type: string } } }
              responses:
                '200': { description: The ids., content: { application/json: { schema: { type: array, items: { type: string } } } } }
        components:
          schemas:
            Status: { type: string, enum: [pending, ready], description: How far. }
        """, ["UploadsClient", "Query"]);

    [Fact]
    public Task Multipart_with_a_file() => Snapshot.Of("""
        paths:
          /v1/files:
            post:
              operationId: createFile
              tags: [Files]
              summary: Sends a file.
              requestBody:
                required: true
                content:
                  multipart/form-data:
                    schema: { $ref: '#/components/schemas/NewFile' }
              responses:
                '204': { description: It is there. }
        components:
          schemas:
            NewFile:
              type: object
              description: A file.
              required: [file]
              properties:
                file: { type: string, format: binary, description: The bytes. }
                path: { type: string, description: Where to. }
                attempt: { type: integer, description: Which attempt. }
        """, ["FilesClient", "NewFile"]);

    [Fact]
    public Task Streams_files_and_several_results() => Snapshot.Of("""
        paths:
          /v1/events:
            get:
              operationId: streamEvents
              tags: [Streams]
              summary: Streams events.
              responses:
                '200': { description: The events., content: { text/event-stream: { schema: { $ref: '#/components/schemas/Event' } } } }
          /v1/archive:
            get:
              operationId: getArchive
              tags: [Streams]
              summary: Gets an archive.
              responses:
                '200': { description: The archive., content: { application/zip: { schema: { type: string, format: binary } } } }
          /v1/jobs:
            post:
              operationId: createJob
              tags: [Streams]
              summary: Makes a job.
              responses:
                '200': { description: It was there., content: { application/json: { schema: { $ref: '#/components/schemas/Event' } } } }
                '202': { description: It will be there., content: { application/json: { schema: { $ref: '#/components/schemas/Job' } } } }
        components:
          schemas:
            Event: { type: object, description: An event., required: [id], properties: { id: { type: string, description: Its id. } } }
            Job: { type: object, description: A job., required: [url], properties: { url: { type: string, format: uri, description: Where. } } }
        """, ["StreamsClient", "Result"]);
}
