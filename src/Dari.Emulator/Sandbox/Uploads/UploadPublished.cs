namespace Dari.Emulator.Sandbox.Uploads;

/// <summary>Answer to the creation of an upload.</summary>
internal sealed record UploadCreated(UploadSessionView Session);

/// <summary>Answer to the publication of an upload.</summary>
internal sealed record UploadPublished(UploadSessionView Session, long PublishedBytes, long PublishedFileCount);
