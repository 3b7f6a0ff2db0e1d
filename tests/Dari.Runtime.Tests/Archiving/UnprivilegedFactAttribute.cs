namespace Dari.Runtime.Tests.Archiving;

/// <summary>A test that needs files it may not read; it is reported as skipped where everything can be read.</summary>
internal sealed class UnprivilegedFactAttribute : FactAttribute
{
    public UnprivilegedFactAttribute()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            Skip = "The administrator can read every file.";
        }
    }
}
