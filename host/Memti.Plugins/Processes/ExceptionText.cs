namespace Memti.Plugins.Processes;

/// <summary>What an exception says of itself. The members of a plugin's own exception are plugin code, and may throw.</summary>
internal static class ExceptionText
{
    /// <summary>The message.</summary>
    public static string MessageOf(Exception error) => Guarded(() => error.Message) ?? "(its message threw)";

    /// <summary>The stack; null for none.</summary>
    public static string? StackOf(Exception error) => Guarded(() => error.StackTrace);

    private static string? Guarded(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (Exception)
        {
            return null;
        }
    }
}
