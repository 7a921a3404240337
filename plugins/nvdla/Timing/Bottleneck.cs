using Memti.Abstractions.Units;

namespace Memti.Plugins.Nvdla.Timing;

/// <summary>The resource that takes longest, and how long.</summary>
internal readonly record struct Bottleneck(string Resource, SimTime Time)
{
    /// <summary>The longer one; the first where both take the same time.</summary>
    internal Bottleneck Or(string resource, SimTime time) => time > Time ? new Bottleneck(resource, time) : this;
}
