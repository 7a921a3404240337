namespace Memti.Networks.Layers;

/// <summary>Limits on networks. A file that exceeds one is refused before it costs memory or time.</summary>
public static class NetworkLimits
{
    /// <summary>Largest ONNX file in bytes. Layer tables are limited to 4 MiB, like all documents.</summary>
    public const long OnnxBytes = 512L * 1024 * 1024;

    /// <summary>Most layers of a network.</summary>
    public const int Layers = 10_000;

    /// <summary>Most channels or outputs of a layer.</summary>
    public const int Channels = 1 << 20;

    /// <summary>Most rows or columns of a feature map, a kernel or a stride.</summary>
    public const int Extent = 65_536;

    /// <summary>Most values of one feature map, and most parameters of one layer.</summary>
    public const long Values = 1_000_000_000_000;

    /// <summary>Most multiply-accumulates of one layer: <see cref="Layers"/> such layers sum up to 1e18, which fits 64 bits.</summary>
    public const long MultiplyAccumulates = 100_000_000_000_000;
}
