using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;

namespace Memti.Abstractions.Devices;

/// <summary>A driver that runs inferences through the registers of an accelerator, as firmware would.</summary>
public interface IInferenceDriver
{
    /// <summary>Programs and starts one inference. The device must be idle.</summary>
    /// <param name="network">The network.</param>
    /// <param name="addresses">Where its data lies.</param>
    /// <param name="completed">Runs once, when the last layer is done and its interrupt is cleared.</param>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.UnsupportedLayer"/>, or what the device refuses.</exception>
    void Begin(Network network, NetworkAddresses addresses, Action completed);

    /// <summary>Call it at each change of the device's interrupt line.</summary>
    /// <param name="active">The new level.</param>
    void Interrupt(bool active);
}
