using Memti.Abstractions.Parameters;

namespace Memti.TestPlugins;

/// <summary>Options whose setter does not return.</summary>
public sealed class SlowOptions
{
    [Parameter("Waits")]
    public int Waits { get => 0; set => Thread.Sleep(value == 0 ? 0 : Timeout.Infinite); }
}
