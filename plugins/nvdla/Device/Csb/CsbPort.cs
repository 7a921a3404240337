using Memti.Abstractions.Devices;
using Memti.Plugins.Nvdla.Device.Registers;

namespace Memti.Plugins.Nvdla.Device.Csb;

/// <summary>
/// The configuration port of the device: one request per clock cycle, in order, without bursts and without errors. Addresses are of words.
/// A posted write is done when it is sent; a non-posted one and a read are answered when their turn has come.
/// </summary>
/// <remarks>nvdla/doc, doc/hw/v1/integration_guide.rst, configuration space bus.</remarks>
public sealed class CsbPort
{
    private readonly Queue<CsbRequest> _requests = new();
    private readonly RegisterFile _registers;
    private readonly IDeviceHost _host;
    private readonly ClockEdges _clock;
    private readonly Action _serve;
    private bool _isScheduled;

    internal CsbPort(RegisterFile registers, IDeviceHost host, ClockEdges clock)
    {
        (_registers, _host, _clock) = (registers, host, clock);
        _serve = Serve;
    }

    /// <summary>Requests that have not had their turn.</summary>
    public int Waiting => _requests.Count;

    /// <summary>Sends a posted write: nobody is told when it has its turn.</summary>
    public void WritePosted(ushort word, uint value) => Send(new CsbRequest(word, value, null, null));

    /// <summary>Sends a non-posted write.</summary>
    /// <param name="word">Word address: byte offset / 4.</param>
    /// <param name="value">What to write.</param>
    /// <param name="completed">Called when it has had its turn.</param>
    public void Write(ushort word, uint value, Action completed)
    {
        ArgumentNullException.ThrowIfNull(completed);
        Send(new CsbRequest(word, value, completed, null));
    }

    /// <summary>Sends a read.</summary>
    /// <param name="word">Word address: byte offset / 4.</param>
    /// <param name="response">Called with the value when the read has had its turn; 0 for a hole.</param>
    public void Read(ushort word, Action<uint> response)
    {
        ArgumentNullException.ThrowIfNull(response);
        Send(new CsbRequest(word, 0, null, response));
    }

    /// <summary>Serves all that waits at once: a bridge that answers in no time stands behind what was sent before.</summary>
    internal void Drain()
    {
        while (_requests.TryDequeue(out CsbRequest request))
            Serve(request);
    }

    private void Send(CsbRequest request)
    {
        _requests.Enqueue(request);
        Continue();
    }

    private void Continue()
    {
        if (_isScheduled || _requests.Count == 0)
            return;
        _isScheduled = true;
        _host.Schedule(_clock.ToNextEdge(_host.Now), _serve);
    }

    private void Serve()
    {
        _isScheduled = false;
        if (_requests.TryDequeue(out CsbRequest request))
            Serve(request);
        Continue();
    }

    private void Serve(CsbRequest request)
    {
        uint offset = 4u * request.Word;
        if (request.Response is { } response)
        {
            response(_registers.Read(offset));
            return;
        }

        _registers.Write(offset, request.Value);
        request.Completed?.Invoke();
    }
}
