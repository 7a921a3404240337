namespace Memti.Plugins.Nvdla.Options;

/// <summary>Overlap of compute and transfers.</summary>
public enum TimeModel
{
    /// <summary>Over the whole inference, which takes as long as its busiest resource. Requires prefetch across layers.</summary>
    WholeFrame,

    /// <summary>Within a layer only. Each layer takes as long as its busiest resource, and layers run in sequence.</summary>
    LayerMaximum,
}
