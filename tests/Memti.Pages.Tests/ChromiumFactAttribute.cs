namespace Memti.Pages.Tests;

/// <summary>A test in a real browser: Debian's Chromium. Skipped where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute() => Skip = Chromium.WhyWithout;
}

/// <summary>A test in a real browser, with cases. Skipped where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumTheoryAttribute : TheoryAttribute
{
    public ChromiumTheoryAttribute() => Skip = Chromium.WhyWithout;
}
