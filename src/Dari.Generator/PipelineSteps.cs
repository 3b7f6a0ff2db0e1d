namespace Dari.Generator;

/// <summary>Tracking names of the pipeline's steps, by which tests see what was computed again and what was not.</summary>
internal static class PipelineSteps
{
    /// <summary>One value an <c>OpenApiSpec</c> item, before they are held against each other.</summary>
    public const string Requests = nameof(Requests);

    /// <summary>One value a text that documents may refer to.</summary>
    public const string Documents = nameof(Documents);

    /// <summary>How documents can be called by each other.</summary>
    public const string Names = nameof(Names);

    /// <summary>One value a text: which others it mentions.</summary>
    public const string Mentions = nameof(Mentions);

    /// <summary>The requests without those that ask for what another one makes already, each with the texts it refers to.</summary>
    public const string Admitted = nameof(Admitted);

    /// <summary>The admitted requests with the locks that they name.</summary>
    public const string Locked = nameof(Locked);

    /// <summary>A document bound: what will be emitted, and what is wrong with it.</summary>
    public const string Clients = nameof(Clients);

    /// <summary>The model alone, so that a problem that only moved to another line emits nothing again.</summary>
    public const string Models = nameof(Models);

    /// <summary>What is wrong with a document, from reading it to binding it.</summary>
    public const string Problems = nameof(Problems);

    /// <summary>All files of a document.</summary>
    public const string Files = nameof(Files);
}
