using System.Globalization;
using Memti.Abstractions.Devices;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Plugins.Nvdla.Device.Registers;
using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.Device.Programming;

/// <summary>
/// How a driver lays out the parameters of a layer: its kernels for CDMA, all in one memory, and what is left as 0 to 4 values per
/// channel for SDP (scale and shift in BS, then in BN), all in one memory.
/// </summary>
/// <param name="Kernels">Address of the kernels; null when there are none to read.</param>
/// <param name="PerChannel">Values per channel of SDP, 0 to 4.</param>
/// <param name="Channels">Address of those values.</param>
internal readonly record struct LayerParameters(ulong? Kernels, int PerChannel, ulong Channels)
{
    /// <summary>Values per channel that SDP can take: two in BS, two in BN.</summary>
    private const int MostPerChannel = 4;

    /// <exception cref="MemtiException"><see cref="NvdlaCodes.LayerNotProgrammable"/>.</exception>
    internal static LayerParameters Of(Layer layer, NetworkAddresses addresses)
    {
        long kernels = layer.Kind is LayerKind.Convolution or LayerKind.FullyConnected
            ? (long)layer.InputChannels * layer.OutputChannels * layer.KernelHeight * layer.KernelWidth
            : 0;
        long shared = Math.Min(kernels, layer.SharedParameters);
        long task = Math.Min(kernels - shared, layer.TaskParameters);
        if (shared + task > 0 && shared != kernels && task != kernels)
            throw RegisterErrors.NotProgrammable(
                layer, "its kernels are in parts, or not all there", $"{kernels} parameters of one owner, or none");
        ulong? address = null;
        if (shared + task > 0)
            address = shared > 0 ? addresses.SharedWeights : addresses.TaskWeights;
        (int perChannel, bool isShared) = PerChannelOf(layer, layer.SharedParameters - shared, layer.TaskParameters - task);
        return new LayerParameters(address, perChannel, isShared ? addresses.SharedWeights : addresses.TaskWeights);
    }

    private static (int Values, bool Shared) PerChannelOf(Layer layer, long shared, long task)
    {
        long values = shared + task;
        if ((shared > 0 && task > 0) || values % layer.OutputChannels != 0 || values / layer.OutputChannels > MostPerChannel)
            throw RegisterErrors.NotProgrammable(
                layer,
                string.Create(
                    CultureInfo.InvariantCulture, $"it has {shared} shared and {task} task-specific parameters beside its kernels"),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"0 to {MostPerChannel} for each of its {layer.OutputChannels} output channels, of one owner"));
        return ((int)(values / layer.OutputChannels), shared > 0);
    }
}
