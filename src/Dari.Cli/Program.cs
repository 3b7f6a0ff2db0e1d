return await Dari.Cli.Commands.DariCommand.RunAsync(args);
