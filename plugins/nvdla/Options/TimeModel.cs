namespace Memti.Plugins.Nvdla.Options;

/// <summary>How compute and transfers overlap.</summary>
public enum TimeModel
{
    /// <summary>Over the whole inference: its time is that of the busiest resource. Needs prefetch across layers.</summary>
    WholeFrame,

    /// <summary>Within a layer only: each layer takes the time of its busiest resource, and layers follow each other.</summary>
    LayerMaximum,
}
