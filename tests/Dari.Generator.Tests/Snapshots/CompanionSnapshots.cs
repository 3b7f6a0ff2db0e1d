namespace Dari.Generator.Tests.Snapshots;

/// <summary>Methods beside those of operations, and streams of which the document says more.</summary>
public sealed class CompanionSnapshots
{
    [Fact]
    public Task A_state_that_is_polled() => Snapshot.Of("""
        paths:
          /v1/builds/{build_id}:
            get:
              operationId: getBuild
              tags: [Builds]
              summary: Gets a build.
              x-polling: { status: status, success: [ready], failure: [failed, gone], error: /problem/text, interval: 2.5, deadline: 600 }
              parameters: [{ name: build_id, in: path, required: true, description: The build., schema: { type: string } }]
              responses:
                '200': { description: The build., content: { application/json: { schema: { $ref: '#/components/schemas/Build' } } } }
          /v1/tasks/{poll}:
            get:
              operationId: getTask
              tags: [Builds]
              summary: Gets a task.
              x-polling: { name: wait for task, status: is_complete, success: true }
              parameters: [{ name: poll, in: path, required: true, description: The task., schema: { type: string } }]
              responses:
                '200': { description: The task., content: { application/json: { schema: { $ref: '#/components/schemas/Task' } } } }
        components:
          schemas:
            Build:
              type: object
              description: A build.
              required: [status]
              properties:
                status: { type: string, description: How far. }
                problem: { type: object, description: Why., properties: { text: { type: string, description: In words. } } }
            Task: { type: object, description: A task., properties: { is_complete: { type: boolean, description: Whether it is done. } } }
        """, ["BuildsClient"]);

    [Fact]
    public Task Work_that_is_started_and_waited_for() => Snapshot.Of("""
        paths:
          /v1/{project}/builds:
            post:
              operationId: createBuild
              tags: [Projects]
              summary: Starts a build.
              x-polling: { operation: getBuild, parameters: { build_id: /build/id } }
              parameters: [{ name: project, in: path, required: true, description: The project., schema: { type: string } }]
              requestBody:
                required: true
                content: { application/json: { schema: { $ref: '#/components/schemas/Started' } } }
              responses:
                '202': { description: Started., content: { application/json: { schema: { $ref: '#/components/schemas/Started' } } } }
          /v1/{project}/builds/{build_id}:
            get:
              operationId: getBuild
              tags: [Builds]
              summary: Gets a build.
              x-polling: { status: status, success: [ready], failure: [failed] }
              parameters:
                - { name: project, in: path, required: true, description: The project., schema: { type: string } }
                - { name: build_id, in: path, required: true, description: The build., schema: { type: string } }
                - { name: verbose, in: query, description: Whether to say more., schema: { type: boolean } }
              responses:
                '200': { description: The build., content: { application/json: { schema: { $ref: '#/components/schemas/Build' } } } }
        components:
          schemas:
            Started: { type: object, description: A start., required: [build], properties: { build: { $ref: '#/components/schemas/Build' } } }
            Build:
              type: object
              description: A build.
              required: [id, status]
              properties:
                id: { type: string, description: Its id. }
                status: { type: string, description: How far. }
        """, ["ProjectsClient"]);

    [Fact]
    public Task Pages_that_are_declared_or_recognised() => Snapshot.Of("""
        paths:
          /v1/pets:
            get:
              operationId: listPets
              tags: [Pets]
              summary: Lists pets.
              parameters:
                - { name: cursor, in: query, description: Where to go on., schema: { type: string } }
                - { name: limit, in: query, description: How many., schema: { type: integer } }
              responses:
                '200':
                  description: A page.
                  content: { application/json: { schema: { $ref: '#/components/schemas/PetPage' } } }
          /v1/toys:
            get:
              operationId: listToys
              tags: [Pets]
              summary: Lists toys.
              x-pagination: { page: page, first: 0 }
              parameters: [{ name: page, in: query, description: Which page., schema: { type: integer } }]
              responses:
                '200': { description: A page., content: { application/json: { schema: { type: array, items: { type: [string, 'null'] } } } } }
        components:
          schemas:
            PetPage:
              type: object
              description: A page.
              required: [items]
              properties:
                items: { type: array, description: The pets., items: { $ref: '#/components/schemas/Pet' } }
                next_cursor: { anyOf: [{ type: string }, { type: 'null' }], description: The next page. }
            Pet: { type: object, description: A pet., required: [id], properties: { id: { type: string, description: Its id. } } }
        """, ["PetsClient"]);

    [Fact]
    public Task Streams_of_which_the_document_says_more() => Snapshot.Of("""
        paths:
          /v1/logs:
            get:
              operationId: streamLogs
              tags: [Streams]
              summary: Streams a log.
              x-event-stream: { events: [log], last: end, resume: offset, reconnect: always }
              parameters: [{ name: offset, in: query, description: Where to go on., schema: { type: integer } }]
              responses:
                '200': { description: The log., content: { text/event-stream: { schema: { $ref: '#/components/schemas/Line' } } } }
          /v1/chat:
            post:
              operationId: streamChat
              tags: [Streams]
              summary: Streams a chat.
              responses:
                '200':
                  description: The chat.
                  content:
                    text/event-stream:
                      itemSchema: { $ref: '#/components/schemas/ChatEvent' }
        components:
          schemas:
            Line: { type: object, description: A line., required: [text], properties: { text: { type: string, description: What it says. } } }
            ChatEvent:
              description: An event of a chat.
              oneOf: [{ $ref: '#/components/schemas/Delta' }, { $ref: '#/components/schemas/Note' }]
            Delta:
              type: object
              description: More of the answer.
              required: [event, data]
              properties:
                event: { const: delta, type: string, description: Its name. }
                data: { $ref: '#/components/schemas/Line' }
            Note:
              type: object
              description: A remark.
              required: [event, data]
              properties:
                event: { const: note, type: string, description: Its name. }
                data: { type: string, description: The remark. }
        """, ["StreamsClient", "ChatEvent"]);
}
