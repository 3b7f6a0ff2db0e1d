namespace Dari.Emulator.Faults;

/// <summary>How rules name the uploads to a storage provider, which no document describes.</summary>
internal static class UploadTargets
{
    public const string Service = "storage";
    public const string OperationId = "putUpload";
    public const string Template = "/uploads/{token}";
}
