namespace Dari.Uploads;

/// <summary>Where an upload stands, in whatever words a service says it. A word that is not known means <see cref="Open"/>.</summary>
public enum UploadStage
{
    /// <summary>It takes parts.</summary>
    Open,

    /// <summary>All parts are there; it waits to be completed.</summary>
    Staged,

    /// <summary>It is being completed.</summary>
    Completing,

    /// <summary>It is done.</summary>
    Completed,

    /// <summary>It was given up.</summary>
    Aborted,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>It failed for good.</summary>
    Failed,
}
