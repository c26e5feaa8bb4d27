namespace Onboarding.Tests.Support;

/// <summary>A test that needs a browser. Without one it is skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Chromium.Path is null)
        {
            Skip = "Chromium is not installed. Install it (Debian: apt-get install chromium), or set CHROMIUM_PATH to its path.";
        }
    }
}
