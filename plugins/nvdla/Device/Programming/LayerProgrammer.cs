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

    /// <summary>
    /// Writes a layer down as the engine runs it: one hardware layer, or one for each group of its channels, because the engine
    /// knows no groups. The parts of a tensor follow one another in memory, group after group.
    /// </summary>
    /// <param name="layer">The layer.</param>
    /// <param name="first">True for the first layer of its network, which reads the input frame.</param>
    /// <returns>The hardware layers in order; those of groups are named <c>layer/1</c>, <c>layer/2</c> and so on.</returns>
    /// <exception cref="MemtiException"><see cref="NvdlaCodes.LayerNotProgrammable"/> naming the layer.</exception>
    internal IReadOnlyList<ProgrammedLayer> ProgramGroups(Layer layer, bool first)
    {
        ArgumentNullException.ThrowIfNull(layer);
        if (layer.Groups == 1)
            return [Program(layer, first)];
        CheckGroups(layer, first);
        return [.. GroupOfLayer.All(layer, addresses, options.FeatureBytes).Select(
            part => new LayerProgrammer(options, layout, part.Addresses).Program(part.Layer, first: false, part.Input))];
    }

    /// <summary>Writes a layer without groups down.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="first">True for the first layer of its network, which reads the input frame.</param>
    /// <exception cref="MemtiException"><see cref="NvdlaCodes.LayerNotProgrammable"/> naming the layer.</exception>
    internal ProgrammedLayer Program(Layer layer, bool first) =>
        Program(layer, first, first ? addresses.Input : addresses.Activations);

    private ProgrammedLayer Program(Layer layer, bool first, ulong input)
    {
        ArgumentNullException.ThrowIfNull(layer);
        LayerSupport.Check(new Network(layer.Name, layer.Name, [layer]) { SharedBits = 8, TaskBits = 8 });
        Check(layer);
        var parameters = LayerParameters.Of(layer, addresses);
        var writer = new RegisterWriter(layer);
        string[] units = layer.Kind switch
        {
            LayerKind.Pooling when parameters.PerChannel == 0 => Pool(writer, layer, input),
            LayerKind.Pooling or LayerKind.Elementwise => Process(writer, layer, input, parameters),
            _ => Convolve(writer, layer, first, input, parameters),
        };
        return new ProgrammedLayer(layer.Name, writer.Writes, units);
    }

    private static void CheckGroups(Layer layer, bool first)
    {
        LayerSupport.Check(new Network(layer.Name, layer.Name, [layer]) { SharedBits = 8, TaskBits = 8 });
        // An inference begins with a layer that reads an image, so groups would begin as many.
        if (first)
            throw RegisterErrors.NotProgrammable(
                layer, $"it has {layer.Groups} groups and reads the input frame", "groups in any layer but the first");
        if (layer.SharesInput)
            throw RegisterErrors.NotProgrammable(
                layer,
                $"it has {layer.Groups} groups and shares its input",
                "one of both: each group takes the place of the last in the buffer");
        if (layer.SharedParameters % layer.Groups != 0 || layer.TaskParameters % layer.Groups != 0)
            throw RegisterErrors.NotProgrammable(
                layer, "its parameters do not fall into its groups", $"multiples of {layer.Groups}, the number of groups");
    }

    private static void Check(Layer layer)
    {
        bool convolves = layer.Kind is LayerKind.Convolution or LayerKind.FullyConnected;
        if (layer.Groups != 1)
            throw RegisterErrors.NotProgrammable(layer, $"it has {layer.Groups} groups", "1, or one hardware layer for each group");
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
