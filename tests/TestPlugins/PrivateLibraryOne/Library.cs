namespace Memti.TestPlugins;

public static class Library
{
    public static int Edition => 1;

    /// <summary>How often it was asked: each plugin has a library, and so a count, of its own.</summary>
    public static int Uses { get; private set; }

    public static string Describe() => $"library {Edition}, use {++Uses}";
}
