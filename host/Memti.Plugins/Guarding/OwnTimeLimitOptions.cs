using Polly;

namespace Memti.Plugins.Guarding;

/// <summary>Names the strategy in a pipeline.</summary>
internal sealed class OwnTimeLimitOptions : ResilienceStrategyOptions
{
    /// <summary>Options with the strategy's name.</summary>
    public OwnTimeLimitOptions() => Name = "own time limit";
}
