namespace Dari.Uploads.Sending;

/// <summary>Carries a failure to read the source past what handles failures of the connection.</summary>
internal sealed class UploadSourceException(Exception cause) : Exception(cause.Message, cause);
