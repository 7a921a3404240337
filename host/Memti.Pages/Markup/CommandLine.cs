namespace Memti.Pages.Markup;

/// <summary>A command to repeat what a page shows.</summary>
internal static class CommandLine
{
    /// <summary>The command, with a button that copies it.</summary>
    public static Html Of(string command) => Html.Of($"""
        <p class="note">This command repeats it; the same input gives the same bytes.</p>
        <div class="command"><code id="command">{command}</code>
        <button type="button" class="quiet" data-copies="command" hidden>Copy</button></div>

        """);
}
