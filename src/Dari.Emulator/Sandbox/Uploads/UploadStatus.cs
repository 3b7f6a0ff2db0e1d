namespace Dari.Emulator.Sandbox.Uploads;

/// <summary>Stages of an upload.</summary>
internal static class UploadStatus
{
    public const string Created = "created";
    public const string Uploading = "uploading";
    public const string Staged = "staged";
    public const string Completing = "completing";
    public const string Completed = "completed";
    public const string Aborted = "aborted";
    public const string Expired = "expired";
    public const string Failed = "failed";

    /// <summary>True when the upload can never change again.</summary>
    public static bool IsFinal(string status) => status is Completed or Aborted or Expired or Failed;
}
