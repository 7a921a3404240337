using Memti.Abstractions.Devices;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Plugins.Nvdla.Convolution;
using Memti.Plugins.Nvdla.Device.Registers;
using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.Device.Programming;

/// <summary>
/// Writes a layer down as a driver would: the registers of every unit that it takes. The same for both maps, which differ in where units
/// are.
/// </summary>
/// <param name="options">The engine.</param>
/// <param name="layout">The register map; decides the size of a memory atom.</param>
/// <param name="addresses">Where weights and features are.</param>
internal sealed class LayerProgrammer(NvdlaOptions options, RegisterLayout layout, NetworkAddresses addresses)
{
    private static readonly string[] ConvolutionUnits = ["CACC", "CMAC_B", "CMAC_A", "CSC", "CDMA"];

    /// <summary>Writes a layer down.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="first">True for the first layer of its network, which reads the input frame.</param>
    /// <exception cref="MemtiException"><see cref="NvdlaCodes.LayerNotProgrammable"/> naming the layer.</exception>
    internal ProgrammedLayer Program(Layer layer, bool first)
    {
        ArgumentNullException.ThrowIfNull(layer);
        LayerSupport.Check(new Network(layer.Name, layer.Name, [layer]) { SharedBits = 8, TaskBits = 8 });
        Check(layer, first);
        var parameters = LayerParameters.Of(layer, addresses);
        var writer = new RegisterWriter(layer);
        ulong input = first ? addresses.Input : addresses.Activations;
        string[] units = layer.Kind switch
        {
            LayerKind.Pooling when parameters.PerChannel == 0 => Pool(writer, layer, input),
            LayerKind.Pooling or LayerKind.Elementwise => Process(writer, layer, input, parameters),
            _ => Convolve(writer, layer, first, input, parameters),
        };
        return new ProgrammedLayer(layer.Name, writer.Writes, units);
    }

    private static void Check(Layer layer, bool first)
    {
        bool convolves = layer.Kind is LayerKind.Convolution or LayerKind.FullyConnected;
        if (layer.Groups != 1)
            throw RegisterErrors.NotProgrammable(layer, $"it has {layer.Groups} groups", "1: a driver runs each group as a layer");
        if (layer.SharesInput && !first && !convolves)
            throw RegisterErrors.NotProgrammable(
                layer, "it shares its input", "sharing by convolutions, which find it in the convolution buffer");
        if (layer.Kind == LayerKind.Pooling && (layer.AddsOperand || layer.Pooling is not null))
            throw RegisterErrors.NotProgrammable(layer, "something follows the pooling", "nothing behind PDP");
        if (!convolves && layer.InputChannels != layer.OutputChannels)
            throw RegisterErrors.NotProgrammable(layer, "its output has other channels than its input", "the same without a convolution");
        if (layer.Kind == LayerKind.Elementwise && (layer.InputHeight != layer.OutputHeight || layer.InputWidth != layer.OutputWidth))
            throw RegisterErrors.NotProgrammable(
                layer, "its output has another size than its input", "the same without a convolution or pooling");
    }

    private string[] Convolve(RegisterWriter writer, Layer layer, bool first, ulong input, LayerParameters parameters)
    {
        new ConvolutionProgram(writer, layer, options, Atom).Write(first, input, parameters.Kernels);
        bool reads = new SdpProgram(writer, layer, Precision, Atom).Write(addresses, parameters, fliesOn: true, input);
        string[] behind = layer.Pooling is null ? ["SDP"] : ["PDP", "SDP"];
        if (layer.Pooling is { } window)
            PdpProgram.Behind(layer, window, Precision, Atom).Write(writer, fliesOn: true, input, addresses.Activations);
        return [.. behind, .. (string[])(reads ? ["SDP_RDMA"] : []), .. ConvolutionUnits];
    }

    /// <summary>SDP alone, from memory, with PDP behind it for pooling.</summary>
    private string[] Process(RegisterWriter writer, Layer layer, ulong input, LayerParameters parameters)
    {
        new SdpProgram(writer, layer, Precision, Atom).Write(addresses, parameters, fliesOn: false, input);
        if (layer.Kind == LayerKind.Pooling)
            PdpProgram.Of(layer, Precision, Atom).Write(writer, fliesOn: true, input, addresses.Activations);
        else if (layer.Pooling is { } window)
            PdpProgram.Behind(layer, window, Precision, Atom).Write(writer, fliesOn: true, input, addresses.Activations);
        else
            return ["SDP", "SDP_RDMA"];
        return ["PDP", "SDP", "SDP_RDMA"];
    }

    private string[] Pool(RegisterWriter writer, Layer layer, ulong input)
    {
        PdpProgram.Of(layer, Precision, Atom).Write(writer, fliesOn: false, input, addresses.Activations);
        return ["PDP", "PDP_RDMA"];
    }

    /// <summary>0 is int8, 1 int16.</summary>
    private int Precision => options.FeatureBytes - 1;

    /// <summary>Bytes of a memory atom.</summary>
    private int Atom => layout == RegisterLayout.Full ? 32 : 8;
}
