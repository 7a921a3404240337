using Memti.Abstractions.Units;

namespace Memti.Plugins.Nvdla.Tests.Device;

/// <summary>What is seen of one inference through the registers.</summary>
internal sealed class RegisterRun
{
    /// <summary>The layers that are done, in order.</summary>
    internal List<LayerTime> Layers { get; } = [];

    /// <summary>When the interrupt was raised, each time that it was.</summary>
    internal List<SimTime> Interrupts { get; } = [];

    /// <summary>When the driver reported the end; null before.</summary>
    internal SimTime? Completed { get; set; }

    internal bool IsDone => Completed is not null;
}
