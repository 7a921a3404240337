namespace Memti.Plugins.Guarding;

/// <summary>A call did not return in its time.</summary>
/// <param name="stack">Where it stood; null when that is not known.</param>
internal sealed class CallHungException(string? stack) : Exception
{
    /// <summary>Where it stood; null when that is not known.</summary>
    public string? Stack { get; } = stack;
}
