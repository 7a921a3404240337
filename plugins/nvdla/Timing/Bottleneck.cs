using Memti.Abstractions.Units;

namespace Memti.Plugins.Nvdla.Timing;

/// <summary>The slowest resource and its time.</summary>
internal readonly record struct Bottleneck(string Resource, SimTime Time)
{
    /// <summary>The slower of two resources. On a tie the first one stays.</summary>
    internal Bottleneck Or(string resource, SimTime time) => time > Time ? new Bottleneck(resource, time) : this;
}
