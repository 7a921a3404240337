namespace Memti.Plugins.Nvdla.Device.Csb;

/// <summary>One request of the configuration port: a read when it has a response, a posted write when it has neither.</summary>
internal readonly record struct CsbRequest(ushort Word, uint Value, Action? Completed, Action<uint>? Response);
