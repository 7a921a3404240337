namespace Memti.Host.Commands;

/// <summary>Codes of the command line itself.</summary>
internal static class CommandCodes
{
    /// <summary>A fault of Memti itself: please report it.</summary>
    public const string InternalError = "MEMTI9001";
}
