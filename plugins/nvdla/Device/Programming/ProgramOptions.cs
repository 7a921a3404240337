using Memti.Abstractions.Parameters;
using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.Device.Programming;

/// <summary>What <c>memti nvdla program</c> asks.</summary>
public sealed class ProgramOptions
{
    private const string Assumed = "any multiple of 32 will do";

    /// <summary>The register map. Default: full.</summary>
    [Parameter("Register map: full (v1), small (v2, also of nv_large)", Source = "nvdla/hw, spec/manual", Status = NumberStatus.Published)]
    public RegisterLayout Map { get; set; } = RegisterLayout.Full;

    /// <summary>Multipliers. Range: powers of two from 32 to 2048. Default: 1024.</summary>
    [Parameter(
        "Multipliers; a power of two",
        Minimum = 32,
        Maximum = 2048,
        Source = "Donato et al., IEEE Micro 2019",
        Status = NumberStatus.Published)]
    public int Macs { get; set; } = 1024;

    /// <summary>Convolution buffer. Range: 32 to 512 KiB. Default: 256.</summary>
    [Parameter(
        "Convolution buffer in KiB",
        Unit = "KiB",
        Minimum = 32,
        Maximum = 512,
        Source = "Donato et al., IEEE Micro 2019",
        Status = NumberStatus.Published)]
    public double CbufKb { get; set; } = 256;

    /// <summary>Address of the input frame. Default: 0x80000000.</summary>
    [Parameter("Address of the input frame", Minimum = 0, Maximum = 1099511627776, Source = Assumed)]
    public long InputAddress { get; set; } = 0x8000_0000;

    /// <summary>Address of features between layers. Default: 0x90000000.</summary>
    [Parameter("Address of features between layers", Minimum = 0, Maximum = 1099511627776, Source = Assumed)]
    public long ActivationAddress { get; set; } = 0x9000_0000;

    /// <summary>Address of shared weights. Default: 0xA0000000.</summary>
    [Parameter("Address of shared weights", Minimum = 0, Maximum = 1099511627776, Source = Assumed)]
    public long SharedWeightAddress { get; set; } = 0xA000_0000;

    /// <summary>Address of task-specific weights. Default: 0xB0000000.</summary>
    [Parameter("Address of task-specific weights", Minimum = 0, Maximum = 1099511627776, Source = Assumed)]
    public long TaskWeightAddress { get; set; } = 0xB000_0000;
}
